import {html, nothing} from 'lit';

/**
 * A state in a word. Colour is never the only sign.
 *
 * @param tone 'good', 'todo', 'wait', 'bad' or 'plain'
 */
export const tag = (text, tone = 'plain') => html`<span class="tag tag-${tone}">${text}</span>`;

/**
 * A bar with its figure in words beside it.
 *
 * @param value of `most`
 */
export const bar = (value, most, label) =>
  html`<meter class="bar" min="0" max=${most || 1} value=${value} aria-label=${label}></meter>`;

/**
 * A table that becomes one card a line on a narrow page: each cell then says its column's name.
 *
 * @param columns [{label, cell: row => text or template, number}]; the first names the line
 */
export function foldingTable({caption, columns, rows, empty}) {
  if (!rows.length) {
    return html`<p class="text-secondary">${empty}</p>`;
  }
  return html`<table class="table folding">
    ${caption ? html`<caption>${caption}</caption>` : nothing}
    <thead><tr>${columns.map(column => html`<th scope="col" class=${column.number ? 'n' : ''}>${column.label}</th>`)}</tr></thead>
    <tbody>${rows.map(row => html`<tr>${columns.map((column, i) => i === 0
      ? html`<th scope="row">${column.cell(row)}</th>`
      : html`<td data-label=${column.label} class=${column.number ? 'n' : ''}><div>${column.cell(row)}</div></td>`)}</tr>`)}</tbody>
  </table>`;
}

/** Facts as a list of terms. */
export const facts = pairs =>
  html`<dl class="facts">${pairs.filter(Boolean).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
