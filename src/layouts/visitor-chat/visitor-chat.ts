import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { ChatSession } from '../../elements/chat-session/chat-session.js';
import { farName, sentence } from '../../elements/shared/far-name.js';
import { Localize } from '../../i18n/localize.js';
import { styles } from './visitor-chat.styles.js';

/**
 * @summary The visitor's whole panel, ready-made: who is there, the call, the conversation. It is a
 * `<chat-session>` for the visitor, with all of its attributes, events and methods.
 * @tag visitor-chat
 * @slot - The conversation.
 * @slot avatar - A picture of the agent, beside the name.
 * @slot title - Replaces the agent's name.
 * @slot subtitle - Under the name, for instance a department.
 * @slot actions - After the headset, for instance a button that closes the panel.
 * @slot caller - A picture of the agent in the prompt of an incoming call.
 * @slot composer - Under the conversation, where messages are written.
 * @csspart header - The line with the name and the headset.
 * @csspart title - The name.
 * @csspart call - The call area.
 * @csspart controls - The call controls.
 * @csspart conversation - The scrolling area.
 * @csspart headset-button__button - The headset.
 * @csspart video-toggle__button - The camera, in the header and in the call.
 * @csspart mic-toggle__button - The microphone.
 * @csspart hangup-button__button - The telephone.
 * @csspart call-status__status - The line that says who sees and hears whom.
 * @csspart call-status__notice - A problem.
 * @csspart call-prompt__prompt - The prompt of an incoming call.
 * @csspart call-prompt__accept - Its Accept button.
 * @csspart call-prompt__decline - Its Decline button.
 * @csspart call-stage__stage - The video area.
 * @csspart call-stage__video - The far side's picture.
 * @csspart self-view-pip__picture - One's own picture.
 * @cssproperty [--visavis-call-bg] - Background of the call area.
 */
export class VisitorChat extends ChatSession {
  static override readonly styles: CSSResultGroup = [ChatSession.styles, styles];

  /** Fixed: this panel is the visitor's. */
  override party = 'visitor';

  readonly #words = new Localize(this);
  #shown = '';

  constructor() {
    super();
    this.session.subscribe(() => {
      const { chat, far } = this.session.snapshot;
      if (this.#shown !== chat + far.name) this.requestUpdate();
    });
  }

  protected override render(): unknown {
    const { chat, far } = this.session.snapshot;
    this.#shown = chat + far.name;
    const name = farName({ far: far.name, party: 'visitor' }, this.#words);
    return html`${this.#renderHeader(name)} ${this.#renderCall()}
      <div
        part="conversation"
        class="conversation"
        role="group"
        aria-label=${this.#words.term('conversation')}
        tabindex="0"
      >
        <slot>
          <p class="quiet">${this.#words.term(chat === 'none' ? 'noChat' : 'chatOpen', name)}</p>
        </slot>
      </div>
      <slot name="composer"></slot>`;
  }

  #renderHeader(name: string): TemplateResult {
    return html`<header part="header">
      <slot name="avatar"></slot>
      <div class="who">
        <h2 part="title"><slot name="title">${sentence(name, this.#words)}</slot></h2>
        <slot name="subtitle"></slot>
      </div>
      <video-toggle class="before-call" exportparts="button:video-toggle__button"></video-toggle>
      <headset-button exportparts="button:headset-button__button"></headset-button>
      <slot name="actions"></slot>
    </header>`;
  }

  #renderCall(): TemplateResult {
    return html`<section part="call" class="call" aria-label=${this.#words.term('call')}>
      <call-status
        exportparts="status:call-status__status, notice:call-status__notice"
      ></call-status>
      <call-prompt
        exportparts="prompt:call-prompt__prompt, accept:call-prompt__accept, decline:call-prompt__decline"
      >
        <slot name="caller" slot="avatar"></slot>
      </call-prompt>
      <call-stage exportparts="stage:call-stage__stage, video:call-stage__video">
        <self-view-pip exportparts="picture:self-view-pip__picture"></self-view-pip>
      </call-stage>
      <div
        part="controls"
        class="controls"
        role="group"
        aria-label=${this.#words.term('callControls')}
      >
        <mic-toggle exportparts="button:mic-toggle__button"></mic-toggle>
        <video-toggle exportparts="button:video-toggle__button"></video-toggle>
        <hangup-button exportparts="button:hangup-button__button" show-label></hangup-button>
      </div>
    </section>`;
  }
}
