// Go to: leads elsewhere once, when drawn; what is awaited is shown meanwhile.
import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Waiting } from './answer.tsx';

/** `href` is an address of the application. */
export function GoTo({ href }: Readonly<{ href: string }>) {
  const router = useRouter();
  const isGone = useRef(false);
  useEffect(() => {
    if (isGone.current) return;
    isGone.current = true;
    void router.navigate({ href, replace: true });
  }, [router, href]);
  return <Waiting />;
}
