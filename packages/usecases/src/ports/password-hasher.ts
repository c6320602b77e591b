// Password hasher port: slow on purpose, and outside because its code is native.

/** Makes what is stored of a password: a salted hash in PHC form, such as `$argon2id$…`. */
export type PasswordHasher = (password: string) => Promise<string>;
