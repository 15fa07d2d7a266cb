-- An account may be bound, within its role, to some parts of the program and to some parts of the village.

alter table account
    -- null for the whole village, else a line for each dusun|rw|rt; what is empty in it means all of them
    add areas text,
    -- null for all that the role may use, else the codes of the parts, with commas between
    add features text;
