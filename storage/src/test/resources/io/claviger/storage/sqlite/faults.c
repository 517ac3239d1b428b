/* Preloaded into a process, it makes calls on files fail as a disk would. The file that FAULTS names holds rules, a line
   each: an errno, a call, and a part of the path. Without the file nothing fails. The calls are write (and what makes
   files longer), sync and open (for writing). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fails(const char *call, const char *path) {
    const char *rules = getenv("FAULTS");
    FILE *file = rules == NULL ? NULL : fopen(rules, "re");
    char wanted[32], part[256];
    int number, found = 0;
    if (file == NULL) return 0;
    while (!found && fscanf(file, "%d %31s %255s", &number, wanted, part) == 3) {
        if (strcmp(wanted, call) == 0 && strstr(path, part) != NULL) found = number;
    }
    fclose(file);
    if (found) errno = found;
    return found;
}

static int fails_on(const char *call, int descriptor) {
    char link[64], path[4096];
    int saved = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    errno = saved;
    if (length < 0 || path[0] != '/') return 0;
    path[length] = 0;
    return fails(call, path);
}

#define NEXT(name) __typeof__(name) *next = (__typeof__(name) *) dlsym(RTLD_NEXT, #name)

#define WRITE(name, call, result, parameters, arguments) \
    result name parameters { \
        NEXT(name); \
        return fails_on(call, fd) ? -1 : next arguments; \
    }

WRITE(write, "write", ssize_t, (int fd, const void *bytes, size_t count), (fd, bytes, count))
WRITE(pwrite, "write", ssize_t, (int fd, const void *bytes, size_t count, off_t at), (fd, bytes, count, at))
WRITE(pwrite64, "write", ssize_t, (int fd, const void *bytes, size_t count, off64_t at), (fd, bytes, count, at))
WRITE(ftruncate, "write", int, (int fd, off_t length), (fd, length))
WRITE(ftruncate64, "write", int, (int fd, off64_t length), (fd, length))
WRITE(fsync, "sync", int, (int fd), (fd))
WRITE(fdatasync, "sync", int, (int fd), (fd))

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        NEXT(name); \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        if ((flags & O_ACCMODE) != O_RDONLY && fails("open", path)) return -1; \
        return next(path, flags, mode); \
    }

OPEN(open)
OPEN(open64)
