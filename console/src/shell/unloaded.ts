/* eslint-disable lingui/no-unlocalized-strings -- There is no catalogue, so these texts are English for all. */

/** Says that the console could not be loaded, in its place on the page. Needs neither a catalogue nor components. */
export function showUnloaded(place: HTMLElement, error: unknown) {
  const says = element("div");
  says.setAttribute("role", "alert");
  says.append(element("h1", "The console could not be loaded."), element("p", String(error)));
  const again = element("button", "Load it again");
  again.onclick = () => location.reload();
  const page = element("main");
  page.className = "signin";
  page.append(says, again);
  place.replaceChildren(page);
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
