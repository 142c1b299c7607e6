import {html} from 'lit';
import {api} from '../../shell/api.js';
import {dateTime, day} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {at, backTo, standingTag, unitLink} from './common.js';

/** Who asks for more time, and who was given it. Each is decided on the page of its unit, where the reason stands. */
class Extensions extends Page {
  async load() {
    return (await api('GET', at(this.params.c, '/progress'))).body.items;
  }

  body() {
    const {c} = this.params;
    const unit = {label: t('office.unit.unit'), cell: line => html`<a href=${unitLink(c, line.unit)}>${line.name}</a>`};
    const due = {label: t('office.extensions.due'), cell: line => dateTime(line.dueAt)};
    const state = {label: t('office.board.state'), cell: line => standingTag(line)};
    return html`${backTo(c)}
      <h1>${t('office.extensions.title')}</h1>
      <p>${t('office.extensions.text')}</p>
      <h2>${t('office.extensions.waiting')}</h2>
      ${foldingTable({
        columns: [unit, state, due, {label: t('office.extensions.asked'), cell: line => day(line.extensionAsked)},
          {label: t('office.extensions.decide'), cell: line => html`<a href=${unitLink(c, line.unit)}>${t('office.extensions.look')}<span class="visually-hidden"> ${line.name}</span></a>`}],
        rows: this.data.filter(line => line.extensionAsked), empty: t('office.extensions.noneWaiting')})}
      <h2>${t('office.extensions.given')}</h2>
      ${foldingTable({
        columns: [unit, state, {label: t('office.extensions.until'), cell: line => day(line.extendedTo)}],
        rows: this.data.filter(line => line.extendedTo), empty: t('office.extensions.noneGiven')})}
      <p class="soft">${t('office.extensions.unasked')}</p>`;
  }
}
customElements.define('mb-office-extensions', Extensions);
