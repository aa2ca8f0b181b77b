-- What is counted of a few thousand decisions that follow each other, so that sums need not read each line. It comes of the
-- pages from first_seq to the one that begins with last_page, counts only while that one ends as it did, and can be made anew.
create table outline (
    chain     varchar(200) not null,
    first_seq bigint       not null,
    last_page bigint       not null,
    last_seq  bigint       not null,
    head      varchar(64)  not null,
    first_ms  bigint       not null,
    last_ms   bigint       not null,
    constraint outline_key primary key (chain, first_seq)
);

-- Part 0 says what was found and when, part 1 whom the decisions name.
create table outline_part (
    chain     varchar(200) not null,
    first_seq bigint       not null,
    part      integer      not null,
    content   bytea        not null,
    constraint outline_part_key primary key (chain, first_seq, part)
);
