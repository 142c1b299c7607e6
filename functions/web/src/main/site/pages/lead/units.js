import {html} from 'lit';
import {api} from '../../shell/api.js';
import {plain} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {Page} from '../../shell/elements/page.js';
import {foldingTable, tag} from '../../shell/elements/parts.js';
import {textField} from '../../shell/elements/text-field.js';
import {link} from '../appraiser/cells.js';

const TONES = {APPRAISED: 'good', EXPLAINED: 'todo', UNDER_APPRAISAL: 'wait', EXPLANATION_REQUESTED: 'wait'};

/** Where each unit stands; its sheet names what is open and closes it. */
class Units extends Page {
  static properties = {...Page.properties, words: {state: true}, state: {state: true}};

  constructor() {
    super();
    this.words = '';
    this.state = '';
  }

  async load() {
    const {body} = await api('GET', `/campaigns/${this.params.c}/progress`);
    return {units: body.items};
  }

  body() {
    const {units} = this.data;
    const states = [...new Set(units.map(one => one.state))];
    const words = plain(this.words).split(/\s+/);
    const shown = units.filter(one => (!this.state || one.state === this.state) && words.every(word => plain(`${one.unit} ${one.name}`).includes(word)));
    const closed = units.filter(one => one.state === 'APPRAISED').length;
    return html`<h1>${t('lead.units.title')}</h1>
      <p>${t('lead.units.closed', {n: closed, of: units.length})}</p>
      <div class="side-by-side">${textField({id: 'words', label: t('lead.units.words'), value: this.words, change: value => (this.words = value), size: 'medium', most: 100})}
        <div class="field"><label class="form-label" for="state">${t('appraiser.state')}</label><select class="form-select medium" id="state" @change=${event => (this.state = event.target.value)}>
          <option value="">${t('lead.units.every')}</option>${states.map(one => html`<option value=${one} ?selected=${one === this.state}>${t(`clerk.formState.${one}`)}</option>`)}</select></div></div>
      ${[1, 2, 3].map(group => this.group(group, shown.filter(one => one.group === group)))}
      <p role="status" class="soft">${shown.length ? '' : t('lead.units.none')}</p>`;
  }

  group(group, units) {
    return units.length ? html`<h2>${t(`appraiser.group.${group}`)}</h2>${foldingTable({
      columns: [
        {label: t('appraiser.unit'), cell: row => html`<a href=${link(this.params.c, `/u/${encodeURIComponent(row.unit)}`)}>${row.name}</a>`},
        {label: t('appraiser.state'), cell: row => tag(t(`clerk.formState.${row.state}`), TONES[row.state])},
      ],
      rows: units})}` : '';
  }
}
customElements.define('mb-lead-units', Units);
