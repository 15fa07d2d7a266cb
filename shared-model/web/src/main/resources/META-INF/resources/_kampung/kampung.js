/* Behaviour shared by all pages. Every form also works without it. */
(() => {
'use strict';
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/* large text, remembered */
const largeText = on => {
  document.documentElement.dataset.huruf = on ? 'besar' : '';
  $$('[data-huruf-besar]').forEach(button => button.setAttribute('aria-pressed', on));
};
const stored = () => { try { return localStorage.huruf === 'besar'; } catch { return false; } };
largeText(stored());

/* a short note at the foot */
let noteTimer;
const note = text => {
  $$('.roti').forEach(old => old.remove());
  const element = document.createElement('div');
  element.className = 'roti';
  element.setAttribute('role', 'status');
  element.textContent = text;
  document.body.append(element);
  clearTimeout(noteTimer);
  noteTimer = setTimeout(() => element.remove(), 5000);
};

/* the eye: asks the server, which records it; covers again after 30 seconds */
const cover = form => {
  const value = $('.isian', form), eye = $('.mata', form);
  clearTimeout(form.coverTimer);
  if (value.dataset.tutup) value.textContent = value.dataset.tutup;
  eye.setAttribute('aria-pressed', 'false');
};
const reveal = async form => {
  const value = $('.isian', form), eye = $('.mata', form), texts = $('#teks').dataset;
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { ...JSON.parse(document.body.getAttribute('hx-headers') || '{}'), 'HX-Request': 'true' },
      body: new URLSearchParams(new FormData(form)),
    });
    if (!answer.ok) { note(answer.status === 401 ? texts.sesi : texts.tolak); return; }
    value.dataset.tutup ||= value.textContent;
    value.textContent = await answer.text();
    eye.setAttribute('aria-pressed', 'true');
    note(texts.dibuka);
    form.coverTimer = setTimeout(() => cover(form), 30000);
  } catch { note(texts.putus); }
};

document.addEventListener('click', event => {
  const switcher = event.target.closest('[data-huruf-besar]');
  if (switcher) {
    const on = document.documentElement.dataset.huruf !== 'besar';
    largeText(on);
    try { localStorage.huruf = on ? 'besar' : ''; } catch { /* storage may be closed */ }
  }
  if (event.target.closest('[data-cetak]')) window.print();
  const peek = event.target.closest('[data-intip]');
  if (peek) {
    const input = document.getElementById(peek.dataset.intip), open = input.type === 'password';
    input.type = open ? 'text' : 'password';
    peek.setAttribute('aria-pressed', open);
  }
  $$('details.akun[open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.matches('[data-buka]')) {
    event.preventDefault();
    if ($('.mata', form).getAttribute('aria-pressed') === 'true') cover(form); else reveal(form);
  }
});

/* a file that is too large is refused before it is sent; a choice that sorts is sent by itself */
document.addEventListener('change', event => {
  const input = event.target;
  if (input.matches('[data-paling-besar]')) {
    const large = [...input.files].some(file => file.size > Number(input.dataset.palingBesar));
    input.setCustomValidity(large ? input.dataset.terlaluBesar : '');
    input.reportValidity();
  }
  if (input.form?.matches('[data-kirim-sendiri]')) input.form.requestSubmit();
});

/* the file of a letter is compared here and not sent; where the browser cannot, the form is */
const fingerprint = async file => [...new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))]
  .map(byte => byte.toString(16).padStart(2, '0')).join('');
const compare = async form => {
  const file = $('input[type=file]', form).files[0];
  if (!file) return;
  const same = await fingerprint(file) === form.dataset.sidik;
  $('[data-sama]', form).hidden = !same;
  $('[data-beda]', form).hidden = same;
};
const comparable = element => globalThis.crypto?.subtle && element.closest('form[data-sidik]');
document.addEventListener('submit', event => {
  if (comparable(event.target)) { event.preventDefault(); compare(event.target); }
});
document.addEventListener('change', event => {
  if (comparable(event.target)) compare(event.target.form);
});

/* many of a list at once: all of them, and how many are chosen */
const count = form => {
  const all = $('[data-pilih-semua]', form), boxes = $$('[name=pilih]:not(:disabled)', form);
  const chosen = boxes.filter(box => box.checked).length;
  if (all) {
    all.closest('label').hidden = boxes.length < 2;
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
  $$(`[form=${form.id}] [data-jumlah]`).forEach(place => {
    place.dataset.tanpa ||= place.textContent;
    place.textContent = chosen ? `${chosen} ${place.dataset.jumlah}` : place.dataset.tanpa;
  });
};
document.addEventListener('change', event => {
  const form = event.target.closest('form[data-banyak]');
  if (!form) return;
  if (event.target.matches('[data-pilih-semua]')) {
    $$('[name=pilih]:not(:disabled)', form).forEach(box => { box.checked = event.target.checked; });
  }
  count(form);
});
/* also when somebody comes back and the browser has kept the ticks */
addEventListener('pageshow', () => $$('form[data-banyak]').forEach(count));

/* from the search box down into what was found, and back up */
const stroll = event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], search = $('[data-tombol-f2]');
  const found = $$('[data-hasil] a'), at = found.indexOf(document.activeElement);
  if (!step || !found.length || (at < 0 && document.activeElement !== search)) return;
  event.preventDefault();
  (found[at + step] || (step < 0 ? search : found[at]) || found[0]).focus();
};

document.addEventListener('keydown', event => {
  stroll(event);
  const search = $('[data-tombol-f2]');
  if (event.key === 'F2' && search) { event.preventDefault(); search.focus(); search.select?.(); }
  if (event.key === 'Escape') $$('details.akun[open]').forEach(menu => { menu.open = false; $('summary', menu).focus(); });
  if (event.key === 'Enter' && event.ctrlKey) event.target.closest?.('form')?.requestSubmit();
});

/* what a page fetches by itself does not keep a session open at which nobody sits any more */
document.addEventListener('htmx:configRequest', event => {
  if (!event.detail.triggeringEvent?.isTrusted) event.detail.headers['X-Kampung-Sendiri'] = '1';
});

/* a refusal goes to the error line of the form it belongs to, never over what was typed */
document.addEventListener('htmx:beforeSwap', event => {
  const { xhr, requestConfig } = event.detail;
  if (!xhr.getResponseHeader('X-Kampung-Galat')) return;
  const line = $('[data-galat]', requestConfig.elt.closest('form') || document.body) || $('#pesan');
  Object.assign(event.detail, { target: line, swapOverride: 'innerHTML', selectOverride: 'unset', shouldSwap: true });
});
document.addEventListener('htmx:sendError', () => note($('#teks').dataset.putus));
document.addEventListener('htmx:afterSwap', () => largeText(document.documentElement.dataset.huruf === 'besar'));
/* the first that has to be put right comes first; of a whole form its first field */
const begin = () => {
  const wanted = $('[data-fokus]');
  const field = wanted?.matches('form') ? $('input:not([type=hidden]), select, textarea', wanted) : wanted;
  ($('main [aria-invalid]') || field)?.focus();
};
document.addEventListener('DOMContentLoaded', () => { largeText(stored()); begin(); });
})();
