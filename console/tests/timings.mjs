/**
 * Measures what people wait for, against a running server with many users: median and range of several rounds, in
 * milliseconds. CONSOLE_URL, CONSOLE_ACCOUNT and CONSOLE_ROOT_PASSWORD name the server and its root user.
 */
import { ACCOUNT, CONSOLE, go, isIn, open, ROOT_PASSWORD, signIn } from "./browser.mjs";

const ROUNDS = 9;
const PAGES = 12;

const { browser, visitor } = await open();
const signInPage = [];
for (let round = 0; round < ROUNDS; round++) {
  const { context, page } = await visitor();
  signInPage.push(
    await timed(async () => {
      await page.goto(CONSOLE);
      await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    }),
  );
  await context.close();
}
show("the sign-in, with nothing in the browser's cache", signInPage);

const { page } = await visitor();
await signIn(page, { account: ACCOUNT, password: ROOT_PASSWORD });
await isIn(page);

const users = [];
const usersAgain = [];
for (let round = 0; round < ROUNDS; round++) {
  await go(page, "#/");
  await isIn(page);
  users.push(await timed(() => page.getByRole("link", { name: "Users", exact: true }).first().click(), shown));
  usersAgain.push(await timed(() => page.reload(), shown));
}
show("the users, from the dashboard", users);
show("the users, by their address", usersAgain);

const next = [];
for (let number = 2; number <= PAGES; number++) {
  next.push(
    await timed(
      () =>
        page
          .getByRole("button", { name: `${number}`, exact: true })
          .or(nextButton())
          .last()
          .click(),
      () => pageIs(number),
    ),
  );
}
show(`the next page of users, to page ${PAGES}`, next);

const question = new URLSearchParams({ action: "iam:CreateUser", resource: `arn:aws:iam::${ACCOUNT}:user/x` });
const whoCan = [];
for (let round = 0; round < ROUNDS; round++) {
  await go(page, "#/");
  await isIn(page);
  await page.goto(`${CONSOLE}#/access/who-can?${question}`);
  whoCan.push(
    await timed(
      () => page.getByRole("table").waitFor(),
      () => page.getByRole("button", { name: "Stop", exact: true }).waitFor({ state: "hidden" }),
    ),
  );
}
show("who can, all found", whoCan);
await browser.close();

function nextButton() {
  return page.getByRole("button", { name: "Next page", exact: true });
}

/** Waits for the table's first row. */
function shown() {
  return page.locator("tbody a").first().waitFor();
}

async function pageIs(number) {
  await page.locator(`button[aria-current=true]`, { hasText: `${number}` }).waitFor();
  await shown();
}

async function timed(does, until = () => undefined) {
  const began = performance.now();
  await does();
  await until();
  return performance.now() - began;
}

function show(what, times) {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  process.stdout.write(`${what}: ${sorted[sorted.length >> 1]} ms (${sorted[0]} to ${sorted.at(-1)})\n`);
}
