import '../../i18n/calls.js';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { isServer, serve, servedSnapshot } from '../../context/served.js';
import { chatOf } from '../../elements/call-status/chat-words.js';
import { ChatSession } from '../../elements/chat-session/chat-session.js';
import { farName, sentence } from '../../elements/shared/far-name.js';
import { Localize } from '../../i18n/localize.js';
import type { ChatChangeEvent } from '../../elements/shared/events.js';
import { styles } from './visitor-chat.styles.js';

/**
 * @summary The visitor's whole panel, ready-made: who is there, the call, the conversation. It is a
 * `<chat-session>` for the visitor, with all of its attributes, events and methods.
 * @tag visitor-chat
 * @slot - In the place of the conversation: the host's own, which scrolls here, or a `<chat-transcript>` with
 * other settings. Without it the panel shows one of its own.
 * @slot avatar - A picture of the agent, beside the name.
 * @slot title - Replaces the agent's name.
 * @slot subtitle - Under the name, for instance a department.
 * @slot actions - After the headset, for instance a button that closes the panel.
 * @slot caller - A picture of the agent in the prompt of an incoming call.
 * @slot composer - In the place of where messages are written: a `<chat-composer>` with other settings, or the
 * host's own. Not shown after the end of the chat.
 * @csspart header - The line with the name and the headset.
 * @csspart title - The name.
 * @csspart call - The call area.
 * @csspart controls - The call controls.
 * @csspart conversation - The area of the conversation.
 * @csspart headset-button__button - The headset.
 * @csspart headset-button__label - Its name.
 * @csspart headset-button__reason - Why it cannot be used now.
 * @csspart video-toggle__button - The camera, in the header and in the call.
 * @csspart video-toggle__label - Its name.
 * @csspart video-toggle__reason - Why it cannot be used now.
 * @csspart mic-toggle__button - The microphone.
 * @csspart mic-toggle__label - Its name.
 * @csspart mic-toggle__reason - Why it cannot be used now.
 * @csspart hangup-button__button - The telephone.
 * @csspart hangup-button__label - Its name.
 * @csspart hangup-button__reason - Why it cannot be used now.
 * @csspart end-chat-button__button - The button that ends the chat.
 * @csspart end-chat-button__label - Its name.
 * @csspart end-chat-button__reason - Why it cannot be used now.
 * @csspart end-chat-button__question - What it asks first.
 * @csspart end-chat-button__keep - The answer that goes back.
 * @csspart end-chat-button__end - The answer that ends the chat.
 * @csspart chat-transcript__log - The conversation, which scrolls.
 * @csspart chat-transcript__empty - What is said while there is no message.
 * @csspart chat-transcript__notice - That the conversation comes back, or cannot be kept.
 * @csspart chat-transcript__day - The day, between messages.
 * @csspart chat-transcript__divider - Where the new messages begin.
 * @csspart chat-transcript__newest - The button that goes to the newest message.
 * @csspart chat-transcript__message - A bubble.
 * @csspart chat-transcript__own - A bubble of what this side wrote.
 * @csspart chat-transcript__far - A bubble of what the far side wrote.
 * @csspart chat-transcript__text - What was written.
 * @csspart chat-transcript__link - A link in what was written.
 * @csspart chat-transcript__show-all - The button that opens and closes a long text.
 * @csspart chat-transcript__meta - Time and receipt.
 * @csspart chat-transcript__again - The button that sends once more what failed.
 * @csspart chat-transcript__discard - The button that takes away what failed.
 * @csspart chat-transcript__system-line - What happened in between, such as a call.
 * @csspart chat-transcript__attachment - A file.
 * @csspart chat-transcript__name - The name of a file.
 * @csspart chat-transcript__info - The size of a file, and where it is on its way.
 * @csspart chat-transcript__picture - The button that shows a picture large.
 * @csspart chat-transcript__progress - How much of a file has come or gone.
 * @csspart chat-transcript__action - What can be done with a file: Accept, Decline, Stop, Save, Send again.
 * @csspart chat-transcript__typing - The bubble of what the far side is typing.
 * @csspart chat-transcript__lost - Where letters were lost on the way.
 * @csspart chat-composer__base - The row in which messages are written: tools, field and Send.
 * @csspart chat-composer__field - The field, a native textarea.
 * @csspart chat-composer__attach - The button that attaches files.
 * @csspart chat-composer__send - The Send button.
 * @csspart chat-composer__note - What is said under the field: who sees it, how much fits.
 * @csspart chat-composer__refused - What is said of files that were not taken.
 * @csspart chat-composer__drop - What covers the chat while files are dragged over it.
 * @csspart chat-ended__ended - What is shown after the chat.
 * @csspart chat-ended__title - Who ended it, and how long it was.
 * @csspart chat-ended__save-text - The button that saves a copy as text.
 * @csspart chat-ended__save-page - The button that saves a copy as a web page.
 * @csspart chat-ended__start-anew - The button for a new chat.
 * @csspart call-status__status - The line that says who sees and hears whom.
 * @csspart call-status__time - The timer.
 * @csspart call-status__broken-for - Since when the path is broken.
 * @csspart network-quality__bars - The bars of a network, one's own and the far side's.
 * @csspart network-quality__label - The words beside them.
 * @csspart call-status__notice - A problem.
 * @csspart call-status__retry - The button that tries again.
 * @csspart call-status__dismiss - The button that puts the problem away.
 * @csspart call-prompt__prompt - The prompt of an incoming call.
 * @csspart call-prompt__accept - Its Accept button.
 * @csspart call-prompt__decline - Its Decline button.
 * @csspart call-prompt__silence - The button that stops the ringing sound.
 * @csspart call-stage__stage - The video area.
 * @csspart call-stage__video - The far side's picture.
 * @csspart call-stage__empty - The words on the black stage.
 * @csspart call-stage__paused - The words over a picture that has stopped.
 * @csspart self-view-pip__video - One's own picture.
 * @csspart self-view-pip__label - The word "You" on it.
 * @csspart self-view-pip__move - The button that opens the menu of corners.
 * @csspart self-view-pip__menu - The menu of corners.
 * @cssproperty [--visavis-call-bg] - Background of the call area.
 */
export class VisitorChat extends ChatSession {
  static override readonly styles: CSSResultGroup = [ChatSession.styles, styles];

  /** Fixed: this panel is the visitor's. */
  override party = 'visitor' as const;

  readonly #words = new Localize(this);
  #served = servedSnapshot(this);
  #shown = '';
  /** The host shows the conversation itself, by nothing that scrolls. */
  @state() private replaced = false;

  constructor() {
    super();
    this.session.subscribe(() => {
      const { chat, far } = this.session.snapshot;
      if (this.#shown !== chat + far.name) this.requestUpdate();
    });
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (isServer) this.#served = serve(this, this.session.snapshot);
  }

  // What a server has drawn is first taken over as it is.
  protected override firstUpdated(): void {
    if (!this.#served) return;
    this.#served = undefined;
    this.requestUpdate();
  }

  protected override render(): unknown {
    const { chat, far } = this.#served ?? this.session.snapshot;
    this.#shown = chat + far.name;
    const name = farName({ far: far.name, party: 'visitor' }, this.#words);
    return html`${this.#renderHeader(name)} ${this.#renderCall()}
      <div
        part="conversation"
        class="conversation ${this.replaced ? 'replaced' : ''}"
        role="region"
        aria-label=${this.#words.term('conversation')}
        tabindex=${this.replaced ? 0 : nothing}
      >
        <slot @slotchange=${this.#slotChanged}>
          ${this.#renderStanding(chat, name)}
          <chat-transcript
            exportparts="log:chat-transcript__log, empty:chat-transcript__empty, notice:chat-transcript__notice, day:chat-transcript__day, divider:chat-transcript__divider, newest:chat-transcript__newest, message:chat-transcript__message, own:chat-transcript__own, far:chat-transcript__far, text:chat-transcript__text, link:chat-transcript__link, show-all:chat-transcript__show-all, meta:chat-transcript__meta, again:chat-transcript__again, discard:chat-transcript__discard, system-line:chat-transcript__system-line, attachment:chat-transcript__attachment, name:chat-transcript__name, info:chat-transcript__info, picture:chat-transcript__picture, progress:chat-transcript__progress, action:chat-transcript__action, typing:chat-transcript__typing, lost:chat-transcript__lost"
          ></chat-transcript>
        </slot>
      </div>
      <slot name="composer"
        ><chat-composer
          exportparts="base:chat-composer__base, field:chat-composer__field, attach:chat-composer__attach, send:chat-composer__send, note:chat-composer__note, refused:chat-composer__refused, drop:chat-composer__drop"
        ></chat-composer
      ></slot>
      <chat-ended
        exportparts="ended:chat-ended__ended, title:chat-ended__title, save-text:chat-ended__save-text, save-page:chat-ended__save-page, start-anew:chat-ended__start-anew"
      ></chat-ended>`;
  }

  /** How the chat stands, until the transcript has come and says it. */
  #renderStanding(chat: ChatChangeEvent['chat'], name: string): unknown {
    const said = chat === 'open' ? undefined : chatOf(chat, name, this.#words);
    return said ? html`<p class="quiet">${said.title}</p>` : nothing;
  }

  readonly #slotChanged = ({ currentTarget }: Event): void => {
    this.replaced = (currentTarget as HTMLSlotElement)
      .assignedNodes()
      .some((node) =>
        node instanceof Element ? node.localName !== 'chat-transcript' : node.textContent?.trim(),
      );
  };

  #renderHeader(name: string): TemplateResult {
    return html`<header part="header">
      <slot name="avatar"></slot>
      <div class="who">
        <h2 part="title"><slot name="title">${sentence(name, this.#words)}</slot></h2>
        <slot name="subtitle"></slot>
      </div>
      <div class="tools">
        <video-toggle
          class="before-call"
          exportparts="button:video-toggle__button, label:video-toggle__label, reason:video-toggle__reason"
        ></video-toggle>
        <headset-button
          exportparts="button:headset-button__button, label:headset-button__label, reason:headset-button__reason"
        ></headset-button>
        <end-chat-button
          confirm
          exportparts="button:end-chat-button__button, label:end-chat-button__label, reason:end-chat-button__reason, question:end-chat-button__question, keep:end-chat-button__keep, end:end-chat-button__end"
        ></end-chat-button>
        <slot name="actions"></slot>
      </div>
    </header>`;
  }

  #renderCall(): TemplateResult {
    return html`<section part="call" class="call" aria-label=${this.#words.term('call')}>
      <call-status
        exportparts="status:call-status__status, time:call-status__time, notice:call-status__notice, retry:call-status__retry, dismiss:call-status__dismiss, broken-for:call-status__broken-for"
      >
        <network-quality
          slot="meta"
          exportparts="bars:network-quality__bars, label:network-quality__label"
        ></network-quality>
        <network-quality
          slot="meta"
          of="far"
          exportparts="bars:network-quality__bars, label:network-quality__label"
        ></network-quality>
      </call-status>
      <call-prompt
        exportparts="prompt:call-prompt__prompt, accept:call-prompt__accept, decline:call-prompt__decline, silence:call-prompt__silence"
      >
        <slot name="caller" slot="avatar"></slot>
      </call-prompt>
      <call-stage
        exportparts="stage:call-stage__stage, video:call-stage__video, empty:call-stage__empty, paused:call-stage__paused"
      >
        <self-view-pip
          exportparts="video:self-view-pip__video, label:self-view-pip__label, move:self-view-pip__move, menu:self-view-pip__menu"
        ></self-view-pip>
      </call-stage>
      <div
        part="controls"
        class="controls"
        role="group"
        aria-label=${this.#words.term('callControls')}
      >
        <mic-toggle
          exportparts="button:mic-toggle__button, label:mic-toggle__label, reason:mic-toggle__reason"
        ></mic-toggle>
        <video-toggle
          exportparts="button:video-toggle__button, label:video-toggle__label, reason:video-toggle__reason"
        ></video-toggle>
        <hangup-button
          exportparts="button:hangup-button__button, label:hangup-button__label, reason:hangup-button__reason"
          show-label
        ></hangup-button>
      </div>
    </section>`;
  }
}
