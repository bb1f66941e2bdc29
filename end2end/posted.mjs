// Gives pages that a form leads to an address, for tools that can only open addresses: a small server
// in front of the portal, which sends the form of page N when asked for its path with `?N`.
import { createServer, request } from 'node:http';

/** `cookies`: what the browser of whoever is signed in at the desk sends, and that of a citizen in their plan. */
export async function withAddresses(base, pages, cookies) {
  const { hostname, port } = new URL(base);
  const server = createServer((asked, answer) => {
    const [path, query] = asked.url.split('?');
    const form = query && pages[query]?.form && new URLSearchParams(pages[query].form).toString();
    const headers = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    // Who is signed in reads the desk, or their plan.
    if (/\/desk/.test(path)) headers.cookie = cookies.desk;
    if (!form && /\/min-plan[/?]/.test(asked.url)) headers.cookie = cookies.citizen;
    const sent = request({ hostname, port, path: form ? path : asked.url, headers, method: form ? 'POST' : 'GET' }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    sent.on('error', () => answer.destroy());
    sent.end(form);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const front = `http://127.0.0.1:${server.address().port}`;
  return {
    of: (page) => `${front}${page.path}${page.form ? `?${pages.indexOf(page)}` : ''}`,
    close: () => server.close(),
  };
}
