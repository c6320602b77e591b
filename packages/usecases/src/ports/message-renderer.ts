// Message renderer port: a view and a template become what leaves, whatever the channel.
import type { Result } from '@quittance/core/kernel';
import type { MessageTemplate, MessageView, ViewRefusal } from '@quittance/core/letters';
import type { TemplateRefusal } from './template-engine.ts';

/** An image shown inside an HTML e-mail, referred to as `cid:<cid>`. */
export type InlineImage = Readonly<{ cid: string; filename: string; contentType: string; content: Uint8Array }>;

/** Names of the letterhead's pictures within an e-mail. */
export const PICTURE_PARTS = { logo: 'logo@quittance', signature: 'signature@quittance' } as const;

export type RenderedMessage =
  | Readonly<{ kind: 'email'; subject: string; text: string; html: string; images: readonly InlineImage[] }>
  | Readonly<{ kind: 'letter'; subject: string; pdf: Uint8Array; pages: number; registered: boolean }>
  | Readonly<{ kind: 'sms'; text: string }>
  | Readonly<{ kind: 'script'; subject: string; text: string }>;

/** Why one message could not be made; `part` says which half of the template is at fault. */
export type MessageRefusal =
  | ViewRefusal
  | (TemplateRefusal & Readonly<{ part: 'subject' | 'body' }>)
  | Readonly<{ code: 'sms_too_long'; length: number; limit: number }>
  | Readonly<{ code: 'no_postal_address' }>;

export type MessageRenderer = Readonly<{
  /** Renders for `view.channel`. Refusals concern this message only: the others go on. */
  renderMessage(view: MessageView, template: MessageTemplate): Promise<Result<RenderedMessage, MessageRefusal>>;
}>;
