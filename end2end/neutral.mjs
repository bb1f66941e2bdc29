// The neutral site that "Forlad siden" leads to, played by the test: nothing leaves this machine. Gives what it is asked,
// as the browser was about to send it.
export async function neutralSite(page) {
  const session = await page.context().newCDPSession(page);
  const answer = {
    responseCode: 200,
    responseHeaders: [{ name: 'content-type', value: 'text/html' }],
    body: Buffer.from('<title>Vejret</title><h1>Vejret</h1>').toString('base64'),
  };
  const asked = [];
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    asked.push(request);
    // A request may be given up (an icon, when the page is left) before it is answered.
    session.send('Fetch.fulfillRequest', { requestId, ...answer }).catch(() => {});
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
  return asked;
}

/** The text size a reader has set in the browser; 16 is what it comes with. */
export async function textSize(page, standard) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
}
