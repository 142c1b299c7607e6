// The library comes as a script that leaves one global name behind.

/** oidc-client-ts, loaded once. */
export function oidc() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../vendor/oidc-client-ts/3.5.0/oidc-client-ts.min.js', import.meta.url);
    script.onload = () => resolve(globalThis.oidc);
    script.onerror = () => {
      loading = undefined;
      reject(new TypeError('oidc-client-ts cannot be loaded'));
    };
    document.head.append(script);
  });
  return loading;
}

let loading;
