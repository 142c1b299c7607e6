/**
 * Charts in SVG of our own: bars, a distribution, a spread and a line over the years are a few rectangles each, and a library
 * for them would weigh more than all of these pages (uPlot 22 kB, ECharts 169 kB compressed). Each says in words what it shows.
 */
import {html, nothing, svg} from 'lit';
import {t} from '../../shell/i18n.js';
import {points} from '../../shell/format.js';

const part = (value, of) => Math.max(0, Math.min(100, of > 0 ? (100 * value) / of : 0));

/** A bar of a level's colour; the figure stands beside it in words. */
export const levelBar = (index, level) => html`<svg class="chart-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
  <rect class="ground" width="100" height="8"></rect><rect class="fill level-${level || 'none'}" width=${part(index, 100)} height="8"></rect></svg>`;

/** A share of a maximum, with the least, the middle and the most of all units where they are known. */
export const spreadBar = (own, max, middle) => html`<svg class="chart-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
  <rect class="ground" y="2" width="100" height="8"></rect>
  ${middle ? svg`<rect class="range" y="2" height="8" x=${part(middle.least, max)} width=${part(middle.most - middle.least, max)}></rect>` : nothing}
  <rect class="fill" y="4" height="4" width=${part(own, max)}></rect>
  ${middle ? svg`<rect class="median" y="0" height="12" width="0.8" x=${part(middle.median, max) - 0.4}></rect>` : nothing}</svg>`;

const STEP = 5;

/** How many units stand in each five points of the index, by level. */
export function distribution(rows) {
  const indexes = rows.filter(row => row.index !== undefined);
  if (!indexes.length) {
    return nothing;
  }
  const least = Math.floor(Math.min(...indexes.map(row => row.index)) / STEP) * STEP;
  const bins = [];
  for (let from = Math.min(least, 95); from < 100; from += STEP) {
    const own = indexes.filter(row => Number(row.index) >= from && (Number(row.index) < from + STEP || from + STEP >= 100));
    bins.push({from, to: from + STEP, own});
  }
  const most = Math.max(...bins.map(bin => bin.own.length));
  const width = 100 / bins.length;
  return html`<figure class="chart">
    <figcaption>${t('public.chart.distribution')}</figcaption>
    <div class="histogram" role="img" aria-label=${bins.filter(bin => bin.own.length)
      .map(bin => t('public.chart.bin', {from: bin.from, to: bin.to, n: bin.own.length})).join('; ')}>
      <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
        ${bins.map((bin, i) => {
          let top = 40;
          const levels = [...new Set(bin.own.map(row => row.level))].reverse();
          return levels.map(level => {
            const height = (38 * bin.own.filter(row => row.level === level).length) / most;
            top -= height;
            return svg`<rect class="fill level-${level || 'none'}" x=${i * width + width * 0.1} y=${top} width=${width * 0.8} height=${height}></rect>`;
          });
        })}
      </svg>
      <ol class="bins" aria-hidden="true">${bins.map(bin => html`<li><b>${bin.own.length || ''}</b><span>${bin.from}</span></li>`)}</ol>
    </div>
  </figure>`;
}

/** An index over the years, the earliest first. */
export function overYears(years) {
  const known = years.filter(year => year.index !== undefined);
  if (known.length < 2) {
    return nothing;
  }
  const values = known.map(year => Number(year.index));
  const low = Math.max(0, Math.floor((Math.min(...values) - 5) / 10) * 10);
  const high = Math.min(100, Math.ceil((Math.max(...values) + 5) / 10) * 10);
  const x = i => 10 + (280 * i) / (known.length - 1);
  const y = value => 95 - (80 * (value - low)) / (high - low || 1);
  return html`<svg class="chart-line" viewBox="0 0 300 120" role="img" aria-label=${known.map(year => `${year.year}: ${points(year.index)}`).join('; ')}>
    <polyline points=${known.map((year, i) => `${x(i)},${y(year.index)}`).join(' ')}></polyline>
    ${known.map((year, i) => svg`<circle cx=${x(i)} cy=${y(year.index)} r="4"></circle>
      <text x=${x(i)} y=${y(year.index) - 9} text-anchor=${i === 0 ? 'start' : i === known.length - 1 ? 'end' : 'middle'}>${points(year.index)}</text>
      <text x=${x(i)} y="115" text-anchor=${i === 0 ? 'start' : i === known.length - 1 ? 'end' : 'middle'}>${year.year}</text>`)}
  </svg>`;
}

/** Which of five shades a share of a maximum has. */
export const shade = share => (share >= 0.95 ? 4 : share >= 0.8 ? 3 : share >= 0.5 ? 2 : share > 0 ? 1 : 0);
