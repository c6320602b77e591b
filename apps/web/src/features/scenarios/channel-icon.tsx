// Channel icon: a picture of the way a step takes, always beside its word.
import type { ScenarioView } from '@quittance/contracts/api';
import { ClipboardList, type LucideIcon, Mail, MailCheck, MessageSquare, Phone, Stamp } from 'lucide-react';

const ICON = 16;
const OF: Readonly<Record<ScenarioView['steps'][number]['channel'], LucideIcon>> = {
  email: Mail,
  sms: MessageSquare,
  call: Phone,
  letter: MailCheck,
  registered_letter: Stamp,
  task: ClipboardList,
};

/** Decoration: those who listen hear the word. */
export function ChannelIcon({ channel }: Readonly<{ channel: keyof typeof OF }>) {
  const Icon = OF[channel];
  return <Icon size={ICON} aria-hidden />;
}
