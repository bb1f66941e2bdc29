// A code can be copied and printed where there is script.
function offer() {
  for (const part of document.querySelectorAll('[data-scripted]')) part.hidden = false;
}

export function watchCode() {
  addEventListener('portal:shown', offer);
  addEventListener('click', async ({ target }) => {
    const button = target.closest?.('[data-copy], [data-print]');
    if (!button) return;
    if ('print' in button.dataset) {
      print();
      return;
    }
    // Where the browser refuses, the digits are marked to be copied by hand.
    const code = document.querySelector('.code');
    getSelection().selectAllChildren(code);
    await navigator.clipboard.writeText(code.innerText.replace(/\s+/g, ' ').trim());
    button.textContent = button.dataset.done;
    button.setAttribute('role', 'status');
  });
  offer();
}
