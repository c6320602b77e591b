// Navigation: the screens, in the order of a working day.
import { NavLink } from '@mantine/core';
import type { Permission } from '@quittance/core/access';
import { Link, useMatchRoute } from '@tanstack/react-router';
import {
  ChartNoAxesColumn,
  FileInput,
  FileText,
  Gauge,
  Landmark,
  ListTree,
  type LucideIcon,
  Send,
  Settings,
  Sun,
  Users,
} from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { useMay } from '../session/index.ts';

const ICON = 18;

/** The screens in the order of a working day. */
const SCREENS = [
  { to: '/today', key: 'today', icon: Sun },
  { to: '/dashboard', key: 'dashboard', icon: Gauge },
  { to: '/cash', key: 'cash', icon: Landmark, needs: 'bank.read' },
  { to: '/customers', key: 'customers', icon: Users },
  { to: '/invoices', key: 'invoices', icon: FileText },
  { to: '/aged-balance', key: 'aged', icon: ChartNoAxesColumn },
  { to: '/scenarios', key: 'scenarios', icon: ListTree },
  { to: '/outbox', key: 'outbox', icon: Send },
  { to: '/imports', key: 'imports', icon: FileInput },
  { to: '/settings', key: 'settings', icon: Settings },
] as const satisfies readonly { to: string; key: string; icon: LucideIcon; needs?: Permission }[];

/** The screens the reader may see. */
export function useScreens() {
  const may = useMay();
  return SCREENS.filter((screen) => !('needs' in screen) || may(screen.needs));
}

/** Links to every screen; the one in view is said to be. */
export function Navigation() {
  const { t } = useWords();
  const matches = useMatchRoute();
  return useScreens().map(({ to, key, icon: Icon }) => {
    const isHere = matches({ to, fuzzy: true }) !== false;
    return (
      <NavLink
        key={to}
        component={Link}
        to={to}
        active={isHere}
        aria-current={isHere ? 'page' : undefined}
        label={t(`nav.${key}`)}
        leftSection={<Icon size={ICON} aria-hidden />}
      />
    );
  });
}
