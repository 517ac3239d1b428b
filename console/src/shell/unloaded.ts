/* eslint-disable lingui/no-unlocalized-strings -- There is no catalogue, so these texts are English for all. */

/** Says that the console could not be loaded, in its place on the page. Needs neither a catalogue nor components. */
export function showUnloaded(place: HTMLElement, error: unknown) {
  document.documentElement.lang = "en";
  document.documentElement.dir = "ltr";
  const message = element("div");
  message.setAttribute("role", "alert");
  message.append(element("h1", "The console could not be loaded."), element("p", String(error)));
  const again = element("button", "Load it again");
  again.onclick = () => location.reload();
  const page = element("main");
  page.className = "signin";
  page.append(message, again);
  place.replaceChildren(page);
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
