import {html, nothing} from 'lit';
import {Problem} from '../../shell/api.js';
import {t} from '../../shell/i18n.js';
import {Page, problemBox} from '../../shell/elements/page.js';
import {foldingTable} from '../../shell/elements/parts.js';
import {link, pages, walkThrough} from './cells.js';

/** Judgements of others that count only with a second signature, and the member may give it. */
class Signatures extends Page {
  static properties = {...Page.properties, reading: {state: true}, broken: {state: true}};

  async load() {
    this.read();
    return {cells: this.data?.cells ?? []};
  }

  async read() {
    const cells = [];
    this.reading = true;
    this.broken = null;
    try {
      await pages(`/campaigns/${this.params.c}/appraisal/work?signatures=true&limit=20`, items => {
        items.forEach(column => column.waiting.filter(one => one.sign).forEach(one => cells.push({...one, criterion: column.criterion, title: column.title})));
        this.data = {cells: [...cells]};
        return this.isConnected;
      });
      walkThrough(cells.map(one => ({u: one.unit, criterion: one.criterion})));
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      this.broken = refused;
    } finally {
      this.reading = false;
    }
  }

  body() {
    return html`<h1>${t('appraiser.signatures.title')}</h1>
      <p>${t('appraiser.signatures.text')}</p>
      ${this.broken ? problemBox(this.broken, () => this.read()) : nothing}
      ${this.data.cells.length || !this.reading ? foldingTable({
        columns: [
          {label: t('appraiser.unit'), cell: row => html`<a href=${link(this.params.c, `/u/${encodeURIComponent(row.unit)}/k/${row.criterion}`)}>${row.name}</a>`},
          {label: t('appraiser.criterion'), cell: row => `${row.criterion} ${row.title}`},
        ],
        rows: this.data.cells, empty: this.broken ? '' : t('appraiser.signatures.none')}) : nothing}
      <p role="status" class="soft ${this.reading ? 'loading' : ''}">${this.reading ? t('shell.loading') : ''}</p>`;
  }
}
customElements.define('mb-appraiser-signatures', Signatures);
