// Passkeys: the browser's own dialog, and what it answers in the form. Where the browser cannot, the button stays hidden,
// and one signs in with password and digits.

const canUse = () => Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials);

/** A challenge is made when it is asked for: a page may have stood open since yesterday. */
async function fetchOptions(form) {
  const response = await fetch(form.dataset.from, { method: 'POST' });
  if (!response.ok) throw new Error(response.status);
  const { options, sealed } = await response.json();
  form.elements.SEALED.value = sealed;
  return JSON.parse(options);
}

async function answer(form) {
  if (form.dataset.passkey === 'create') {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(form.dataset.options));
    return navigator.credentials.create({ publicKey });
  }
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await fetchOptions(form));
  return navigator.credentials.get({ publicKey });
}

export function usePasskeys() {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    if (!canUse() || form.dataset.origin !== location.origin) continue;
    form.hidden = false;
    document.getElementById('no-passkey')?.remove();
    const said = form.querySelector('[role=alert]');
    let isAsking = false;
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (isAsking) return;
      isAsking = true;
      said.textContent = '';
      try {
        const credential = await answer(form);
        form.elements.CREDENTIAL.value = JSON.stringify(credential);
        // Once: a second key would take the place of the first on the device, and not here.
        form.submit();
      } catch {
        // Refused, run out, or no such key here: the browser tells no page which.
        said.textContent = form.dataset.failed;
        isAsking = false;
      }
    });
  }
}
