// Asking through a proxy as a browser does, with every header as it is sent and as it comes.
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';

const FORM = 'application/x-www-form-urlencoded';

function read(stream) {
  return new Promise((resolve, reject) => {
    const parts = [];
    stream.on('data', (part) => parts.push(part));
    stream.on('end', () => resolve(Buffer.concat(parts)));
    stream.on('error', reject);
  });
}

/** Names in small letters, each with all its values. */
function headersOf(raw) {
  const all = {};
  for (let at = 0; at < raw.length; at += 2) (all[raw[at].toLowerCase()] ??= []).push(raw[at + 1]);
  return all;
}

function send(module, options, body) {
  return new Promise((resolve, reject) => {
    const request = module.request(options, async (response) => {
      try {
        const got = await read(response);
        resolve({ status: response.statusCode, headers: headersOf(response.rawHeaders), body: got, text: got.toString() });
      } catch (error) {
        reject(error);
      }
    });
    // An answer may come before all is sent, and the rest of it be refused.
    request.on('error', reject);
    request.end(body);
  });
}

function fields(options) {
  const form = options.form && new URLSearchParams(options.form).toString();
  const body = options.body ?? form;
  const headers = { ...(form && { 'content-type': FORM }), ...options.headers };
  if (body !== undefined) headers['content-length'] = Buffer.byteLength(body);
  return { body, headers, method: options.method ?? (body === undefined ? 'GET' : 'POST') };
}

/** Asks a proxy; `from` is the address that it sees. */
export function ask(proxy, path, options = {}) {
  const { body, headers, method } = fields(options);
  return send(https, {
    host: '127.0.0.1',
    port: proxy.port,
    servername: proxy.name,
    ca: proxy.certificate,
    localAddress: options.from ?? '127.0.0.1',
    agent: options.agent ?? false,
    path,
    method,
    headers: { host: `${proxy.name}:${proxy.port}`, ...headers },
  }, body);
}

/** Asks a portal itself. */
export function askPortal({ address }, path, options = {}) {
  const [host, port] = address.split(':');
  const { body, headers, method } = fields(options);
  return send(http, { host, port, agent: options.agent ?? false, path, method, headers }, body);
}

/** Asks a proxy by HTTP/2, as browsers do: there is no Host then. */
export async function askHttp2(proxy, path, options = {}) {
  const { body, headers, method } = fields(options);
  const session = http2.connect(`https://127.0.0.1:${proxy.port}`, { servername: proxy.name, ca: proxy.certificate });
  try {
    const stream = session.request({ ':authority': `${proxy.name}:${proxy.port}`, ':path': path, ':method': method, ...headers });
    const status = new Promise((resolve, reject) => {
      stream.on('response', (got) => resolve(got[':status']));
      stream.on('error', reject);
      session.on('error', reject);
    });
    stream.end(body);
    const [came, got] = await Promise.all([status, read(stream)]);
    return { status: came, text: got.toString() };
  } finally {
    session.destroy();
  }
}

/** What a page's form for being called holds, filled in by an adult: tomorrow morning, by the clock that stands. */
export function fillCall(page, phone) {
  const value = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
  return { FORM: value('FORM'), MARK: value('MARK'), PHONE: phone, NAME: 'Fugl', AGE: '25-', WINDOW: '2026-11-24T09:00-12:00', MESSAGE: 'NO', WISH: 'NO' };
}

export const CALL = '/vejle/ring-mig-op';
export const CALLED = 'Centret ringer til dig';

/** Asks to be called: reads the form and sends it. */
export async function askForCall(proxy, phone, options = {}, how = ask) {
  const page = await how(proxy, CALL, { ...options, headers: options.reading });
  return how(proxy, CALL, { ...options, form: fillCall(page.text, phone) });
}
