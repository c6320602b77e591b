// Sections: the pages of the settings in their order, each with the right it needs. A page is added here and in app/settings-routes.ts.
import type { Permission } from '@quittance/core/access';
import {
  Building2,
  CalendarDays,
  CircleUserRound,
  DatabaseBackup,
  ListChecks,
  ListTree,
  type LucideIcon,
  Mail,
  Percent,
  ScrollText,
  SquarePen,
  Users,
} from 'lucide-react';

/** A page of the settings; its words are `section.<key>`. */
export type Section = Readonly<{
  key: string;
  to: string;
  icon: LucideIcon;
  /** Null: everybody's. */
  needs: Permission | null;
}>;

/** Groups of pages; their words are `group.<key>`. */
export const SECTIONS: readonly Readonly<{ key: string; pages: readonly Section[] }>[] = [
  {
    key: 'company',
    pages: [
      { key: 'company', to: '/settings/company', icon: Building2, needs: 'company.read' },
      { key: 'channels', to: '/settings/channels', icon: Mail, needs: 'company.read' },
    ],
  },
  {
    key: 'rules',
    pages: [
      { key: 'policy', to: '/settings/policy', icon: ListChecks, needs: 'company.read' },
      { key: 'scenarios', to: '/scenarios', icon: ListTree, needs: 'scenario.read' },
      { key: 'templates', to: '/templates', icon: SquarePen, needs: 'template.read' },
      { key: 'calendar', to: '/settings/calendar', icon: CalendarDays, needs: 'company.read' },
      { key: 'rates', to: '/settings/rates', icon: Percent, needs: 'rate.read' },
    ],
  },
  {
    key: 'people',
    pages: [
      { key: 'users', to: '/settings/users', icon: Users, needs: 'user.read' },
      { key: 'journal', to: '/settings/journal', icon: ScrollText, needs: 'journal.read' },
      { key: 'backup', to: '/settings/backup', icon: DatabaseBackup, needs: 'user.read' },
    ],
  },
  { key: 'self', pages: [{ key: 'profile', to: '/settings/profile', icon: CircleUserRound, needs: null }] },
];
