import {Problem} from '../../shell/api.js';
import {Page} from '../../shell/elements/page.js';
import {pages} from './cells.js';

/** A page over the work list, which is read criterion by criterion, since a large group takes a while; what is there shows at once. */
export class WorkPage extends Page {
  static properties = {...Page.properties, reading: {state: true}, broken: {state: true}};

  /** What is asked of the list. */
  get asked() {
    return '';
  }

  async read() {
    const turn = (this.turn = {});
    const columns = [];
    this.reading = true;
    this.broken = null;
    try {
      await pages(`/campaigns/${this.params.c}/appraisal/work${this.asked}`, items => {
        columns.push(...items);
        if (this.turn !== turn || !this.isConnected) {
          return false;
        }
        this.data = {...this.data, columns: [...columns]};
        return true;
      });
      if (this.turn === turn) {
        this.data = {...this.data, columns};
      }
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      this.broken = refused;
    } finally {
      if (this.turn === turn) {
        this.reading = false;
      }
    }
  }
}
