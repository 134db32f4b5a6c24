#ifndef QKV_ALLOCATION_COUNTER_H
#define QKV_ALLOCATION_COUNTER_H

/// How often this process has asked for memory from the heap, or −1 where that cannot be counted.
long qkv_allocations(void);

#endif
