/** Made once a database: by a superuser, where whoever owns it is none. */
export const extensions = ['postgis', 'pg_trgm', 'unaccent'];
