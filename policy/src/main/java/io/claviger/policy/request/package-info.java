/** What is asked, by whom, and the answer: plain values. */
@NullMarked
package io.claviger.policy.request;

import org.jspecify.annotations.NullMarked;
