-- A question about old times passes over newer pages: their times stand in the index, so that they need not be read.
create index page_by_times on page (recorded_ms, chain, first_seq, first_ms, last_ms);

drop index page_by_time;
