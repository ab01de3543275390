/// The delivery guarantee, proven on the whole program: a [plan][DeliveryPlan] of deliveries is fed by real channels
/// ([Feeds]) to the program as a [process of its own][SoakProgram], which is [killed][Soak] at random moments or
/// [halted][CrashPointSweep] at each crash point, while a [consumer][QueueConsumer] takes what it publishes; then an
/// [oracle][SoakOracle] that shares no class with the program says what was lost, doubled or corrupted.
@NullMarked
package dev.assay.lab.soak;

import org.jspecify.annotations.NullMarked;
