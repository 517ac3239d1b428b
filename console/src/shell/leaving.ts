import { signOut } from "../aws/calls";
import { dropDrafts } from "../parts/kept";
import { to } from "./paths";

/** Signs out, here or everywhere, and begins with a new page: nothing of the session stays in memory. */
export async function signOutOf(everywhere: boolean) {
  await signOut(everywhere);
  dropDrafts();
  location.assign(to.dashboard);
  location.reload();
}
