// What an address weighs.
import { request } from 'node:http';

/** Bytes on the wire of an address, as a browser that understands Brotli gets them. */
export function bytes(address, form) {
  const body = form && new URLSearchParams(form).toString();
  const headers = { 'accept-encoding': 'br', ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) };
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: body ? 'POST' : 'GET', headers }, (answer) => {
      let size = 0;
      answer.on('data', (part) => (size += part.length));
      answer.on('end', () => resolve({ size, encoding: answer.headers['content-encoding'] }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
