import { createServer, request } from "node:http";

/**
 * A reverse proxy that puts a path before the server's and takes it away again, as docs/console.md says. After `upgrade`
 * it answers as a server does that was upgraded: the files of an open page are gone, and a page that is loaded again finds
 * its own. After `lose` there are none at all, or none of those whose names match.
 */
export async function startProxy(target, prefix, at = 0) {
  const { hostname, port } = new URL(target);
  let files = "there";
  let lost = /./;
  const proxy = createServer((incoming, outgoing) => {
    const path = incoming.url.startsWith(`${prefix}/`) ? incoming.url.slice(prefix.length) : undefined;
    if (path === "/console/" && files === "old") {
      files = "there";
    }
    if (path === undefined || (files !== "there" && path.startsWith("/console/assets/") && lost.test(path))) {
      outgoing.writeHead(404).end("Not found\n");
      return;
    }
    const headers = { ...incoming.headers, "x-forwarded-prefix": prefix };
    const passed = request({ hostname, port, path, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise((resolve) => proxy.listen(at, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${proxy.address().port}${prefix}/console/`,
    upgrade: () => ([files, lost] = ["old", /./]),
    lose: (those = /./) => ([files, lost] = ["gone", those]),
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
