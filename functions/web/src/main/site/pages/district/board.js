import {html, nothing} from 'lit';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {clock, communeLink, daysOver, isHere, isReady, isWorking, link, readCommunes, stateTag} from './communes.js';

/** Where each commune's form is, what is late on top. */
class Board extends Page {
  load() {
    return readCommunes(this.params);
  }

  body() {
    const lines = this.data;
    const late = lines.filter(line => daysOver(line) > 0);
    const ready = lines.filter(isReady).length;
    return html`<h1>${t('district.board.title')}</h1>
      <p class="lead">${t('district.board.lead', {n: lines.length, here: lines.filter(isHere).length, on: lines.filter(line => line.forwardedAt).length})}</p>
      ${late.length ? html`<div class="call bad"><p>${t('district.board.late', {n: late.length})}</p></div>` : nothing}
      ${ready ? html`<div class="call todo"><p>${t('district.board.ready', {n: ready})} <a href=${link(this.params, '/forward')}>${t('district.forward.nav')}</a></p></div>` : nothing}
      ${foldingTable({
        caption: t('district.board.caption'),
        columns: [
          {label: t('district.commune'), cell: line => html`<a href=${communeLink(this.params, line.unit)}>${line.name}</a>`},
          {label: t('district.state'), cell: line => html`<span>${stateTag(line)} ${line.reopened?.length ? tag(t('district.board.reopened', {n: line.reopened.length}), 'todo') : nothing}
            ${line.signature?.late ? tag(t('district.board.sentLate'), 'todo') : nothing}</span>`},
          {label: t('district.clock.commune'), cell: line => html`<span>${clock(line.dueAt, isWorking(line))}</span>`},
          {label: t('district.clock.district'), cell: line => html`<span>${clock(line.forwardBy, isHere(line))}</span>`},
          {label: t('district.batch'), cell: line => (line.transmittal ? t('district.batchOf', {n: line.transmittal.number, letter: line.transmittal.letter?.number ?? '–'}) : '–')},
        ],
        rows: lines, empty: t('district.board.none')})}`;
  }
}
customElements.define('mb-district-board', Board);
