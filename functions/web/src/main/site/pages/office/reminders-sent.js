import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {download} from '../../shell/files.js';
import {dateTime} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {at, backTo, readAll} from './common.js';

const TONES = {SENT: 'good', CLAIMED: 'wait', FAILED: 'bad', NO_CONTACT: 'bad', UNCERTAIN: 'todo'};

/** Every reminder of the campaign and what became of it: an annex to the report. */
class Sent extends ActionPage {
  async load() {
    return readAll(at(this.params.c, '/reminders/sent'));
  }

  csv() {
    this.act([], async () => {
      const {body} = await api('GET', at(this.params.c, '/reminders/sent'), {as: 'blob', accept: 'text/csv'});
      download(body, `nhac-viec-${this.params.c}.csv`);
    });
  }

  body() {
    return html`${backTo(this.params.c, '/reminders', t('office.reminders.title'))}
      ${errorSummary(this.faults)}
      <h1>${t('office.sent.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.sent.text')}</p>
      ${foldingTable({
        columns: [
          {label: t('office.sent.addressee'), cell: line => line.name ?? line.addressee},
          {label: t('office.sent.rung'), cell: line => line.key},
          {label: t('office.sent.at'), cell: line => dateTime(line.at)},
          {label: t('office.sent.outcome'), cell: line => html`${tag(t(`office.sent.state.${line.state}`), TONES[line.state])} ${line.error ? html`<span class="soft">${line.error}</span>` : nothing}`},
          {label: t('office.sent.recipients'), number: true, cell: line => line.recipients ?? '–'},
        ],
        rows: this.data, empty: t('office.sent.none')})}
      <p><button class="btn btn-outline-primary" @click=${() => this.csv()}>${t('office.csv')}</button></p>`;
  }
}
customElements.define('mb-office-reminders-sent', Sent);
