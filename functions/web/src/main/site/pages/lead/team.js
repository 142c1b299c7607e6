import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {day} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {foldingTable} from '../../shell/elements/parts.js';

/** The register of the team, and from which units each member is recused besides the own body's. */
class Team extends Page {
  async load() {
    const {body} = await api('GET', `/campaigns/${this.params.c}/team`);
    return body;
  }

  body() {
    const {decision, members} = this.data;
    return html`<h1>${t('lead.team.title')}</h1>
      <p>${decision ? t('lead.team.decision', {number: decision.number, date: day(decision.date)}) : t('lead.team.none')}</p>
      <p class="soft">${t('lead.team.text')}</p>
      ${members.length ? foldingTable({columns: [
        {label: t('lead.account'), cell: row => row.account},
        {label: t('lead.team.role'), cell: row => t(`lead.role.${row.role}`)},
        {label: t('lead.body'), cell: row => (row.body === '(none)' ? t('lead.noBody') : row.body)},
        {label: t('lead.team.days'), cell: row => (row.until ? t('lead.team.span', {from: day(row.from), until: day(row.until)}) : t('lead.team.since', {from: day(row.from)}))},
        {label: t('lead.team.substitute'), cell: row => row.substitute ?? '–'},
        {label: t('lead.team.conflicts'), cell: row => (row.conflicts.length ? html`<span>${row.conflicts.map(one => html`<span class="said">${one.unit}${one.reason ? `: ${one.reason}` : nothing}</span>`)}</span>` : '–')},
      ], rows: members}) : nothing}`;
  }
}
customElements.define('mb-lead-team', Team);
