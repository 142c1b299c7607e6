import {html, nothing} from 'lit';
import {api} from '../../shell/api.js';
import {now} from '../../shell/clock.js';
import {dateTime, day, isoDay} from '../../shell/format.js';
import {t} from '../../shell/i18n.js';
import {go} from '../../shell/router.js';
import {hasRole} from '../../shell/session.js';
import {ActionPage} from '../../shell/elements/action-page.js';
import {confirm} from '../../shell/elements/confirm.js';
import {problemBox} from '../../shell/elements/page.js';
import {errorSummary} from '../../shell/elements/error-summary.js';
import {facts, tag} from '../../shell/elements/parts.js';
import {selectField} from '../../shell/elements/select-field.js';
import {textField} from '../../shell/elements/text-field.js';
import {at, backTo, missing, ofUnit, readOrNull} from './common.js';

const TONES = {ASKED: 'todo', DECLINED: 'plain', CONFIRMED: 'wait', REMOVED: 'good'};

/** Files that should never have been uploaded: one body asks to have them taken down, another decides. */
class Takedowns extends ActionPage {
  get unit() {
    return this.query.get('unit') ?? '';
  }

  async load() {
    const {c} = this.params;
    const [list, progress, files] = await Promise.all([
      readOrNull(at(c, '/takedowns')), readOrNull(at(c, '/progress')), this.unit ? readOrNull(ofUnit(c, this.unit, '/evidence')) : null]);
    this.typed = {date: isoDay(now()), file: this.query.get('file') ?? '', ...this.typed};
    const items = list?.body.items ?? [];
    const waits = one => one.state === 'ASKED';
    return {
      items: [...items.filter(waits), ...items.filter(one => !waits(one))],
      names: Object.fromEntries((progress?.body.items ?? []).map(line => [line.unit, line.name])),
      files: files?.body.items.filter(one => one.state === 'ACCEPTED') ?? null,
    };
  }

  keepsInput() {
    return !!this.typed.reason;
  }

  fieldOf(place) {
    return place.replace('decision.', '');
  }

  path(one, rest = '') {
    return ofUnit(this.params.c, one.unit, `/evidence/${encodeURIComponent(one.evidenceId)}/takedown${rest}`);
  }

  async ask(event) {
    event.preventDefault();
    const faults = missing(this.typed, Object.fromEntries(['file', 'reason', 'number', 'date'].map(name => [name, t(`office.takedown.${name}`)])));
    if (!faults.length && !(await confirm({title: t('office.takedown.askSure'), text: t('office.takedown.askSureText'), yes: t('office.takedown.ask'), danger: true}))) {
      return;
    }
    this.act(faults, async key => {
      const {file, reason, number, date} = this.typed;
      await api('POST', this.path({unit: this.unit, evidenceId: file}), {body: {reason: reason.trim(), decision: {number: number.trim(), date}}, key});
      this.done = t('office.takedown.asked');
      this.typed = {};
      await this.reload({focus: true});
    });
  }

  async decide(event, one, yes) {
    event.preventDefault();
    const field = `because-${one.evidenceId}`;
    const faults = yes ? [] : missing(this.typed, {[field]: t('office.takedown.because')});
    const word = yes ? 'confirm' : 'decline';
    if (!faults.length && !(await confirm({title: t(`office.takedown.${word}Sure`), text: t(`office.takedown.${word}SureText`), yes: t(`office.takedown.${word}`), danger: yes}))) {
      return;
    }
    this.act(faults, async key => {
      await api('POST', this.path(one, '/decision'), {body: {confirm: yes, ...(!yes && {reason: this.typed[field].trim()})}, key});
      this.done = t(`office.takedown.${word}Done`);
      await this.reload({focus: true});
    });
  }

  body() {
    const {c} = this.params;
    const {items, names, files} = this.data;
    const asks = hasRole('office') || hasRole('deputy');
    const choose = unit => go(`/c/${c}/office/takedowns${unit ? `?unit=${encodeURIComponent(unit)}` : ''}`);
    const field = (name, more) => textField({id: name, label: t(`office.takedown.${name}`), value: this.typed[name], change: this.type(name), faults: this.faults, ...more});
    return html`${hasRole('office') ? backTo(c, '/evidence', t('office.evidence.title')) : nothing}
      ${errorSummary(this.faults)}
      <h1>${t('office.takedown.title')}</h1>
      ${this.failed ? problemBox(this.failed) : nothing}
      <p>${t('office.takedown.text')}</p>
      <div role="status">${this.done ? html`<p class="call good">${this.done}</p>` : nothing}</div>
      ${items.length ? items.map(one => this.takedown(one)) : html`<p class="soft">${t('office.takedown.none')}</p>`}
      ${asks ? html`<form class="card-box" novalidate @submit=${event => this.ask(event)}><h2>${t('office.takedown.new')}</h2>
        ${selectField({id: 'unit', label: t('office.unit.unit'), value: this.unit, change: choose, none: t('office.choose'), options: Object.entries(names)})}
        ${this.unit && files ? selectField({id: 'file', label: t('office.takedown.file'), value: this.typed.file, change: this.type('file'), faults: this.faults, none: t('office.choose'),
          options: files.map(one => [one.evidenceId, `${one.criterion ? `${one.criterion}: ` : ''}${one.fileName}`])}) : nothing}
        ${this.unit && !files ? html`<p class="warning">${t('office.unit.own')}</p>` : nothing}
        ${field('reason', {rows: 2, most: 1000})}${field('number', {size: 'medium', most: 100})}${field('date', {type: 'date', size: 'short'})}
        <button class="btn btn-outline-danger">${t('office.takedown.ask')}</button></form>` : nothing}`;
  }

  takedown(one) {
    const {decision, asked, decided, state} = one;
    const field = `because-${one.evidenceId}`;
    const decides = state === 'ASKED' && (hasRole('deputy') || hasRole('approver'));
    const when = hand => [hand.body, dateTime(hand.at)].filter(Boolean).join(', ');
    return html`<article class="card-box ${state === 'ASKED' ? 'now' : ''}"><h2>${one.fileName} – ${this.data.names[one.unit] ?? one.unit}</h2>
      <p>${tag(t(`office.takedown.state.${state}`), TONES[state])}</p>
      ${facts([
        [t('office.takedown.reason'), one.reason],
        [t('office.takedown.order'), `${decision.number}, ${day(decision.date)}`],
        [t('office.takedown.askedBy'), when(asked)],
        decided && [t('office.takedown.decidedBy'), when(decided)],
        one.declinedBecause && [t('office.takedown.because'), one.declinedBecause],
        one.removedAt && [t('office.takedown.removed'), dateTime(one.removedAt)],
        ['SHA-256', html`<span class="hash">${one.sha256}</span>`],
      ])}
      ${decides ? html`<form novalidate @submit=${event => this.decide(event, one, false)}>
        <p>${t('office.takedown.decideText')}</p>
        <button type="button" class="btn btn-danger" @click=${event => this.decide(event, one, true)}>${t('office.takedown.confirm')}</button>
        ${textField({id: field, label: t('office.takedown.because'), value: this.typed[field], change: this.type(field), faults: this.faults, rows: 2, most: 1000})}
        <button class="btn btn-outline-primary">${t('office.takedown.decline')}</button></form>` : nothing}</article>`;
  }
}
customElements.define('mb-office-takedowns', Takedowns);
