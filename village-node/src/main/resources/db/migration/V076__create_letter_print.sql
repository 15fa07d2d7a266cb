-- Each printing of a letter, so that the second sheet and those after it say that they are.

create table letter_print (
    letter_id uuid not null references letter,
    copy integer not null check (copy > 0),
    at timestamptz not null,
    username text not null,
    -- before it was signed, for the pen
    for_pen boolean not null,
    primary key (letter_id, for_pen, copy)
);

revoke update, delete on letter_print from "${app_role}";
