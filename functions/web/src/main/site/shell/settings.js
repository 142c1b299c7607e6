// Where the API and the issuer are: the one file that differs from stack to stack.

/** {api, issuer, client, local?}; `api` is empty where the pages' own origin answers. */
export const settings = await fetch(new URL('../settings.json', import.meta.url)).then(answer => answer.json());
