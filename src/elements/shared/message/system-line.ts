import { html, nothing, type TemplateResult } from 'lit';
import type { CallBody } from '../../../chat/entry.js';
import type { Item } from '../../../session/conversation.js';
import { clockTime } from '../clock-time.js';
import { sentence } from '../far-name.js';
import { cameraIcon, cameraOffIcon, hangupIcon, headsetIcon } from '../icons.js';
import type { MessageView } from './message-view.js';
import { timeOfDay } from './times.js';

const icons: Readonly<Record<CallBody['what'], TemplateResult>> = {
  started: headsetIcon,
  ended: hangupIcon,
  missed: hangupIcon,
  'camera-on': cameraIcon,
  'camera-off': cameraOffIcon,
};

/** What happened in between, in one quiet line. */
export function systemLine(item: Item, view: MessageView): TemplateResult {
  const { body } = item;
  const said = sentence(inWords(item, view), view.words);
  return html`<p part="system-line" class="system">
    ${body.type === 'call' ? icons[body.what] : nothing}
    <span>${said} · ${timeOfDay(item.at, view.locale)}</span>
  </p>`;
}

function inWords({ body, from }: Item, { far, party, words }: MessageView): string {
  const own = from === party;
  if (body.type === 'ended') {
    const time = clockTime(body.duration);
    return own ? words.term('chatEndedBySelf', time) : words.term('chatEndedByFar', far, time);
  }
  if (body.type !== 'call') return words.term('messageUnknown');
  switch (body.what) {
    case 'started':
      return words.term('callStarted');
    case 'ended':
      return words.term('callOver', clockTime(body.duration ?? 0));
    case 'missed':
      return words.term('callMissed');
    case 'camera-on':
      return own ? words.term('ownCameraOn') : words.term('farCameraWentOn', far);
    case 'camera-off':
      return own ? words.term('ownCameraOff') : words.term('farCameraWentOff', far);
  }
}
