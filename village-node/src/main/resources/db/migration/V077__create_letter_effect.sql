-- What a letter has changed in the register.

create table letter_effect (
    letter_id uuid primary key references letter,
    mutation_id uuid not null references mutation,
    at timestamptz not null,
    username text not null
);

create index letter_effect_mutation on letter_effect (mutation_id);

revoke update, delete on letter_effect from "${app_role}";
