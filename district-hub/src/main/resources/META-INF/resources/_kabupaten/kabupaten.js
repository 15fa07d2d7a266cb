/* What only the pages of the kabupaten do: live numbers, the map under the arrow keys, the chart. */
(() => {
'use strict';
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

/* live: the server says that something changed, htmx fetches the parts that show it */
const SLOW = 3000;
let state = 'Dimuat', slowTimer = null, slowAt = 0, beat = 0;
const show = text => {
  state = text;
  $$('[data-langsung]').forEach(badge => {
    badge.classList.toggle('putus', text !== 'Langsung');
    if (badge.textContent !== text) badge.textContent = text;
  });
};
const tell = name => document.body.dispatchEvent(new CustomEvent(name));
const changed = () => {
  tell('kampung:berubah');
  if (slowTimer) return;
  slowTimer = setTimeout(() => { slowTimer = null; slowAt = Date.now(); tell('kampung:berubah-lambat'); },
    Math.max(0, slowAt + SLOW - Date.now()));
};
const follow = root => {
  const node = root.dataset.desa, source = new EventSource(root.dataset.alir);
  source.addEventListener('perubahan', event => {
    const nodes = event.data.split(' ');
    if (!node || nodes.includes(node) || nodes.includes('*')) changed();
  });
  source.addEventListener('detak', event => {
    beat = Date.now();
    show(event.data === 'langsung' ? 'Langsung' : 'Tidak langsung');
  });
  /* what happened before the line was up, or while it was cut, is not told: so everything is fetched again */
  source.addEventListener('open', () => { show('Langsung'); changed(); });
  source.addEventListener('error', () => {
    show(source.readyState === EventSource.CLOSED ? 'Berhenti – muat ulang' : 'Menyambung lagi');
  });
  setInterval(() => { if (beat && Date.now() - beat > 45000) show('Tidak langsung'); }, 5000);
  addEventListener('pagehide', () => source.close());
  addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
};

/* the map: one stop of the tab key, arrows lead on, what is pointed at can be read below */
let pointed = null;
const read = tile => {
  const cursor = $('[data-peta] .kursor'), reading = $('#bacaan'), data = tile.dataset, square = $('rect', tile);
  pointed = tile.id;
  cursor.setAttribute('x', square.getAttribute('x'));
  cursor.setAttribute('y', square.getAttribute('y'));
  cursor.setAttribute('visibility', 'visible');
  const part = (...lines) => {
    const div = document.createElement('div');
    lines.forEach(([tag, name, text]) => {
      const element = document.createElement(tag);
      element.className = name;
      element.textContent = text;
      div.append(element);
    });
    return div;
  };
  const place = [['b', '', data.nama], ['span', 'pudar kecil', 'Kecamatan ' + data.kec]];
  reading.replaceChildren(...(data.nilai
    ? [part(...place), part(['span', 'nilai', data.nilai]),
       part(['span', '', data.orang], ['span', 'kecil pudar', data.kk]),
       part(['span', '', data.keadaan], ['span', 'kecil pudar', data.per])]
    : [part(...place), part(['span', 'pudar', 'Belum bergabung'])]));
  if (tile.href && matchMedia('(hover: none)').matches) {
    const link = document.createElement('a');
    link.href = tile.getAttribute('href');
    link.textContent = 'Buka halaman desa';
    link.className = 'buka-desa';
    reading.append(link);
  }
};
const tileOf = event => event.target.closest?.('[data-peta] [data-k]');
document.addEventListener('pointerover', event => { const tile = tileOf(event); if (tile) read(tile); });
document.addEventListener('focusin', event => { const tile = tileOf(event); if (tile) read(tile); });
document.addEventListener('click', event => {
  /* a finger points first and opens by the link below the map */
  const tile = tileOf(event);
  if (tile && event.detail && matchMedia('(hover: none)').matches) { event.preventDefault(); read(tile); }
});
document.addEventListener('keydown', event => {
  const tile = tileOf(event);
  const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!tile || !step) return;
  event.preventDefault();
  const [column, row] = tile.dataset.k.split(',').map(Number);
  for (let n = 1; n < 22; n++) {
    const next = $(`[data-peta] [data-k="${column + step[0] * n},${row + step[1] * n}"]`);
    if (next) {
      tile.setAttribute('tabindex', -1);
      next.setAttribute('tabindex', 0);
      next.focus();
      return;
    }
  }
});

/* the chart reads its numbers from the table that stands beside it */
const COLOURS = { COUNTER: '#12513b', KIOSK: '#5d9a94', ANDROID: '#d3a23f', WHATSAPP: '#a8472a', SERVICE_MALL: '#7a5c8e', OUTREACH: '#9aa39b' };
const number = value => value.toLocaleString('id-ID');
let asTable = false;
const draw = () => {
  const chart = $('[data-grafik]'), table = $('[data-tabel]'), twin = $('[data-kembar]');
  if (!chart || !table || !window.echarts) return;
  twin.hidden = false;
  twin.setAttribute('aria-pressed', asTable);
  $('span', twin).textContent = asTable ? 'Grafik' : 'Tabel';
  table.hidden = !asTable;
  chart.hidden = asTable;
  if (asTable) return;
  const style = getComputedStyle(document.documentElement);
  const text = { fontFamily: style.getPropertyValue('--kp-huruf').trim(), fontSize: 12, color: '#46534c' };
  const rows = $$('tbody tr', table).reverse(), heads = $$('thead th[data-saluran]', table);
  const picture = echarts.getInstanceByDom(chart) || echarts.init(chart, null, { renderer: 'svg' });
  picture.setOption({
    animation: false,
    textStyle: text,
    grid: { left: 4, right: 8, top: chart.clientWidth < 340 ? 84 : chart.clientWidth < 560 ? 58 : 34, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, valueFormatter: number },
    legend: { top: 0, left: 0, itemGap: 10, itemWidth: 12, itemHeight: 12, icon: 'rect', textStyle: text },
    xAxis: { type: 'category', data: rows.map(row => row.cells[0].textContent), axisTick: { show: false }, axisLine: { lineStyle: { color: '#8b958e' } }, axisLabel: { ...text, hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { ...text, formatter: number }, splitLine: { lineStyle: { color: '#e8e4d8' } } },
    series: heads.map((head, i) => ({ name: head.textContent, type: 'bar', stack: 'saluran', barWidth: '62%', data: rows.map(row => +row.cells[i + 1].dataset.v), itemStyle: { color: COLOURS[head.dataset.saluran], borderColor: '#fff', borderWidth: .8 } })),
  });
  new ResizeObserver(() => { if (chart.isConnected) picture.resize(); }).observe(chart);
};
document.addEventListener('click', event => {
  if (event.target.closest('[data-kembar]')) { asTable = !asTable; draw(); }
});

/* parts come and go: the badge, the chart and the cursor of the map are put back */
document.addEventListener('htmx:beforeSwap', event => {
  const chart = $('[data-grafik]', event.detail.target);
  if (chart && window.echarts) echarts.getInstanceByDom(chart)?.dispose();
});
document.addEventListener('htmx:afterSettle', event => {
  show(state);
  const id = event.detail.target.id;
  if (id === 'saluran') draw();
  if (id === 'peta' && pointed && document.getElementById(pointed)) read(document.getElementById(pointed));
});
document.addEventListener('DOMContentLoaded', () => {
  draw();
  const root = $('[data-alir]');
  if (root) follow(root);
});
})();
