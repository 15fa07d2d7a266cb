-- The people of each village by sex and every trait that the register has a code for, moved by the difference in the
-- transaction of a batch, and made older by a day each night.

-- One array for each trait instead of a row for each code: a batch that brings a thousand people writes eighteen rows.
create table population (
    node    text collate "C" not null,
    trait   text collate "C" not null,
    -- How many have code c and sex s (1 male, 2 female, 0 not recorded) stands at 3 * c + s + 1. Code 0 is: not recorded,
    -- or does not concern this person. Of the trait 'age' the code is the age and one.
    amounts int[]            not null,
    primary key (node, trait)
) with (fillfactor = 50);

comment on table population is 'People of each village by sex and trait, as old as they are on population_day.';

create table population_day (
    node  text collate "C" primary key,
    as_of date             not null
) with (fillfactor = 50);

comment on table population_day is 'The day (WIB) on which people are as old as population says; locked by whoever moves it.';

-- The same as it stood when a month had ended: what those see who may not see persons.
create table population_month (
    month   date             not null check (extract(day from month) = 1),
    node    text collate "C" not null,
    -- as in population, and 'families' with a single number
    trait   text collate "C" not null,
    amounts int[]            not null,
    primary key (month, node, trait)
);

comment on table population_month is 'The population of each village at the end of a month, as it was known when the month ended.';

-- Who has a birthday, by month and day: 229 for 29 February.
create index resident_birthday on resident
    (node, (cast(extract(month from born_on) * 100 + extract(day from born_on) as smallint)))
    where born_on is not null;
