import {Problem, newKey} from '../api.js';
import {Page} from './page.js';
import {focusErrors} from './error-summary.js';

/**
 * A page that does something: a double click does it once, a second try after a broken line is the same action, and what the
 * server finds wrong leads to the fields.
 */
export class ActionPage extends Page {
  static properties = {
    ...Page.properties,
    faults: {state: true},
    failed: {state: true},
    busy: {state: true},
    done: {state: true},
  };

  constructor() {
    super();
    this.faults = [];
    this.failed = null;
    this.busy = false;
    this.done = null;
    this.typed = {};
    this.key = newKey();
  }

  keepsInput() {
    return Object.values(this.typed).some(Boolean);
  }

  type(name) {
    return value => {
      this.typed = {...this.typed, [name]: value};
      this.requestUpdate();
    };
  }

  /** The ids of fields by the server's places; a page names its own. */
  fieldOf(place) {
    return place.replaceAll('.', '-');
  }

  /**
   * Does it.
   *
   * @param faults what the page itself finds wrong; with any nothing is sent
   * @param action called with the key of this action
   * @return whether it was done
   */
  async act(faults, action) {
    if (this.busy) {
      return false;
    }
    this.failed = null;
    this.faults = faults;
    if (faults.length) {
      return this.show();
    }
    this.busy = true;
    try {
      await action(this.key);
      this.key = newKey();
      return true;
    } catch (refused) {
      if (!(refused instanceof Problem)) {
        throw refused;
      }
      // After a refusal another request is another action; after a broken line it is the same.
      if (refused.status !== 0) {
        this.key = newKey();
      }
      if (refused.errors.length) {
        this.faults = refused.errors.map(error => ({field: this.querySelector('#' + CSS.escape(this.fieldOf(error.place))) ? this.fieldOf(error.place) : null, text: error.detail}));
      } else if (refused.type === 'signed-out' || refused.status === 0) {
        this.failed = refused;
      } else {
        this.faults = [{field: null, text: refused.detail}];
      }
      return this.show();
    } finally {
      this.busy = false;
    }
  }

  async show() {
    await this.updateComplete;
    focusErrors(this);
    return false;
  }
}
