// Home: where the application opens. Those who look on see the dashboard; those who act see their day.
import { GoTo, Waiting } from '../../page/index.ts';
import { useSession } from '../../session/index.ts';

const ONLOOKERS = ['finance_director', 'auditor'];

/** Leads there once it is known who is signed in; the shell asks those who are not. */
export function HomePage() {
  const { data, error } = useSession();
  if (!data && !error) return <Waiting />;
  const isOnlooker = ONLOOKERS.includes(data?.current?.role ?? '');
  return <GoTo href={isOnlooker ? '/dashboard' : '/today'} />;
}
