/** What stands in a record: a text, or parts with names. Of parts of one name there is a list. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export type Fields = { readonly [name: string]: Value };
