// A code can be copied and printed where there is script.
function offer() {
  for (const part of document.querySelectorAll('[data-scripted]')) part.hidden = false;
}

async function copy() {
  const code = document.querySelector('.code');
  const said = document.getElementById('copied');
  // Where the browser refuses, the digits are marked to be copied by hand.
  getSelection().selectAllChildren(code);
  try {
    await navigator.clipboard.writeText(code.innerText.replace(/\s+/g, ' ').trim());
    said.textContent = said.dataset.done;
  } catch {
    said.textContent = said.dataset.failed;
  }
}

export function watchCode() {
  addEventListener('portal:shown', offer);
  addEventListener('click', ({ target }) => {
    if (target.closest?.('[data-copy]')) copy();
    if (target.closest?.('[data-print]')) print();
  });
  offer();
}
